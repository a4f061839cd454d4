// What a button of a deed says: the verb of its plan, or the deed's own name.
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { plans } from "./deeds";
import { useWords } from "./words";

export function useDeedWord(): (deed: string) => string {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
  return useCallback(
    (deed: string) => {
      const says = plans[deed]?.says;
      return says ? t(`act.${says}`) : word("deed", deed);
    },
    [t, word],
  );
}
