import { useCallback, useState } from "react";

/** Takes what was thrown outside of rendering and is none of our failures, a bug then, to the error boundary. */
export function useFault(): (thrown: unknown) => void {
  const [, setState] = useState<undefined>(undefined);
  return useCallback((thrown: unknown) => {
    setState(() => {
      throw thrown;
    });
  }, []);
}
