import { FieldContextProvider, useFieldContext_unstable } from "@fluentui/react-components";
import type { ReactNode } from "react";

interface Props {
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * Checkboxes below the label of one Field. The Field's context ends here: each checkbox would take the one id of its
 * control, so that every label would tick the first of them.
 */
export function CheckboxGroup({ className, children }: Props) {
  const field = useFieldContext_unstable();
  const described = [field?.validationMessageId, field?.hintId].filter((id) => id !== undefined);
  return (
    <div
      role="group"
      className={className}
      aria-labelledby={field?.labelId}
      aria-describedby={described.join(" ") || undefined}
    >
      <FieldContextProvider value={undefined}>{children}</FieldContextProvider>
    </div>
  );
}
