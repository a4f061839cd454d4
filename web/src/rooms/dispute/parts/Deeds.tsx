import { Button, Row } from "../../../ui";
import css from "../dispute.module.css";
import { useDeedWord } from "../says";
import type { PartProps } from "./parts";

interface DeedsProps extends Pick<PartProps, "deeds" | "open"> {
  /** The commands that belong here; those that are not possible now stay away. */
  of: string[];
  about?: string;
}

/** Buttons of the commands that belong to one thing of the file. */
export function Deeds({ of, about, deeds, open }: DeedsProps) {
  const deedWord = useDeedWord();
  const possible = of.filter((deed) => deeds.includes(deed));
  if (possible.length === 0) return null;
  return (
    <div className={`${css.small} no-print`}>
      <Row gap={1}>
        {possible.map((deed) => (
          <Button key={deed} kind="quiet" onClick={() => open(deed, about)}>
            {deedWord(deed)}
          </Button>
        ))}
      </Row>
    </div>
  );
}
