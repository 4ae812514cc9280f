import { Text } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import { Waiting } from "../Waiting.tsx";
import type { PreviewProps } from "./Preview.tsx";

const Preview = lazy(() =>
  import("./Preview.tsx").then(
    (module) => ({ default: module.Preview }),
    () => ({ default: NotLoaded }),
  ),
);

/** How Jira will show the text; code and question go out when it is first wanted. */
export function LazyPreview(props: PreviewProps) {
  return (
    <Suspense fallback={<Waiting label="Opening the preview" />}>
      <Preview {...props} />
    </Suspense>
  );
}

function NotLoaded() {
  return <Text>The preview could not be loaded. The text is sent as it is written.</Text>;
}
