import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useAsk } from "../../lib/server";
import { Bidi, Button, Card, Drawer, Stack, StatusBadge } from "../../ui";
import { useCatalogue } from "../shared/catalogue";
import { AppointForm, type Other } from "./AppointForm";
import css from "./admin.module.css";
import { accountAddress, StateBadge } from "./columns";
import { useAdministrators, useScope } from "./scope";
import type { AccountList, Role } from "./shapes";

export const hands: Role[] = ["system_administrator", "security_administrator", "auditor"];

/** The accounts that hold a role. */
export const useHolders = (role: Role, when = true) => useAsk<AccountList>("/accounts", { role, limit: 20 }, { when });

/** System, security and audit in three hands: who holds which, until all have come in. */
export function ThreeHands() {
  const { t } = useTranslation("admin");
  const stand = useAdministrators().data;
  const [appointing, setAppointing] = useState<Other | null>(null);
  const { administers } = useScope();
  const taken = stand?.security_taken_up && stand.auditor_taken_up;
  // A link that is just being shown stays, whoever comes in meanwhile.
  if (!stand || (taken && appointing === null)) return null;
  return (
    <Card title={t("hands.title")} tone="brand">
      <Stack gap={3}>
        <p>{t("hands.says")}</p>
        {stand.standing_in && <p>{t("hands.standingIn")}</p>}
        <ul className={css.roles}>
          {hands.map((role) => (
            <Hand
              key={role}
              role={role}
              appoint={
                administers && role !== "system_administrator" && stand.may_grant.includes(role)
                  ? () => setAppointing(role as Other)
                  : undefined
              }
            />
          ))}
        </ul>
      </Stack>
      <Appointing role={appointing} close={() => setAppointing(null)} />
    </Card>
  );
}

export function Appointing({ role, close }: { role: Other | null; close: () => void }) {
  const { t } = useTranslation("admin");
  return (
    <Drawer open={role !== null} onClose={close} title={role ? t(`hands.appoint.${role}`) : ""}>
      {role && <AppointForm key={role} role={role} done={close} />}
    </Drawer>
  );
}

function Hand({ role, appoint }: { role: Role; appoint?: () => void }) {
  const { t } = useTranslation("admin");
  const { word } = useCatalogue();
  const holders = useHolders(role).data?.accounts;
  if (!holders) return null;
  return (
    <li className={css.role}>
      <span>
        <strong>{word("role", role)}</strong>
        <span className={css.note}>{t(`role.may.${role}`)}</span>
      </span>
      <Stack gap={1}>
        {holders.map((one) => (
          <span key={one.id}>
            <Link to={accountAddress(one.id)}>
              <bdi>{one.person_name}</bdi> (<Bidi>{one.username}</Bidi>)
            </Link>{" "}
            <StateBadge account={one} />
          </span>
        ))}
        {holders.length === 0 &&
          (appoint ? (
            <Button kind="primary" onClick={appoint}>
              {t(`hands.appoint.${role as Other}`)}
            </Button>
          ) : (
            <StatusBadge tone="warn">{t("hands.nobody")}</StatusBadge>
          ))}
      </Stack>
    </li>
  );
}
