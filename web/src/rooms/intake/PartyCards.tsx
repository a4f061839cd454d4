import { UserPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, Row, Stack } from "../../ui";
import css from "./intake.module.css";
import { PartyCard } from "./PartyCard";
import { blankParty, type PartyValues, type RequestDoor } from "./request";

/** Everybody in the quarrel: two cards side by side, and more where there are more. */
export function PartyCards({ door, withConsent = true }: { door: RequestDoor; withConsent?: boolean }) {
  const { t } = useTranslation("intake");
  const numbered = (side: PartyValues["side"], index: number) => {
    const same = door.values.parties.filter((one) => one.side === side);
    const nth = door.values.parties.slice(0, index + 1).filter((one) => one.side === side).length;
    return same.length > 1 ? t(`party.${side}Nth`, { nth }) : t(`party.${side}`);
  };
  return (
    <Stack gap={3}>
      <div className={css.sides}>
        {door.values.parties.map((party, index) => (
          <PartyCard
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is the party's name in the form
            key={index}
            door={door}
            index={index}
            title={numbered(party.side, index)}
            withConsent={withConsent}
            removable={door.values.parties.length > 2}
          />
        ))}
      </div>
      <Row>
        {(["applicant", "respondent"] as const).map((side) => (
          <Button
            key={side}
            icon={<UserPlus size={18} aria-hidden />}
            onClick={() => door.add("parties", blankParty(side))}
          >
            {t(`party.add_${side}`)}
          </Button>
        ))}
      </Row>
    </Stack>
  );
}
