import { lazy, Suspense } from "react";
import { Waiting } from "../Waiting.tsx";
import type { DoctorProps } from "./Doctor.tsx";
import { NotLoaded } from "./NotLoaded.tsx";

const Doctor = lazy(() =>
  import("./Doctor.tsx").then(
    (module) => ({ default: module.Doctor }),
    () => ({ default: NotLoaded }),
  ),
);

/** The connection check, whose code comes when it is first wanted. */
export function LazyDoctor(props: DoctorProps) {
  return (
    <Suspense fallback={<Waiting label="Opening the connection check" />}>
      <Doctor {...props} />
    </Suspense>
  );
}
