import type { MailFile } from "./mail.ts";

/** What is compressed already, by the name's ending. */
const packed = new Set(
  [
    "zip 7z rar gz tgz bz2 xz zst cab jar war apk msix dmg",
    "docx docm dotx xlsx xlsm xlsb pptx pptm ppsx vsdx odt ods odp epub pages numbers key pdf",
    "jpg jpeg png gif webp heic heif avif jp2",
    "mp3 m4a aac ogg oga opus flac wma mp4 m4v mov mkv webm avi wmv mpg mpeg 3gp",
  ].flatMap((line) => line.split(" ")),
);
/** The same by type, for names without an ending. */
const packedType =
  /^(?:video\/|audio\/(?!x?-?wav)|image\/(?!bmp|x-ms-bmp|tiff|svg)|application\/(?:pdf$|x?-?g?zip|x-7z|.*openxml|.*opendocument))/i;

/** Whether a zip is likely to be smaller than the file. */
export function mayShrink({
  name,
  kind,
  contentType,
}: Pick<MailFile, "name" | "kind" | "contentType">): boolean {
  if (kind !== "file") return kind === "item"; // a mail: text, and base64
  const ending = /\.(\w{1,8})$/.exec(name)?.[1]?.toLowerCase();
  return ending === undefined ? !packedType.test(contentType) : !packed.has(ending);
}
