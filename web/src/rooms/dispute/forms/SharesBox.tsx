// What each member of a group gets of what is promised to the group: a sum a member, and how it adds up.
import { Equal, Scale, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, Card, CheckField, type FieldProps, Grid, Money, MoneyField, Stack, TextField } from "../../../ui";
import css from "../dispute.module.css";
import { divided, type GroupShares, groupsIn, membersOf, promisedTo, sumOf } from "../shares";
import type { Party } from "../types";
import { usePartyName } from "../words";
import type { BoxProps, Values } from "./plan";

export function SharesBox(box: BoxProps) {
  const groups = groupsIn(box.file, (box.form.values.parties as string[]) ?? []);
  return groups.map((one) => <OneGroup key={one.id} group={one} {...box} />);
}

function OneGroup({ group, name, form, file }: BoxProps & { group: Party }) {
  const { t } = useTranslation("dispute");
  const nameOf = usePartyName(file);
  const all = form.values[name] as GroupShares[];
  const at = all.findIndex((one) => one.party === group.id);
  const told = all[at];
  const members = membersOf(group);
  const whole = promisedTo(group.id, form.values.obligations);
  const put = (next: GroupShares[]) => form.set({ [name]: next } as Values);
  const rows = (amounts: (number | null)[]) =>
    members.map((one, n) => ({ member: one.id, amount: amounts[n] ?? null }));
  const claims = members.map((one) => one.claim);
  const begin = () =>
    put([...all, { party: group.id, why: "", shares: rows(whole > 0 ? divided(whole, claims) : claims) }]);
  const field = <T,>(path: string) => form.field(`${name}.${at}.${path}`) as FieldProps<T>;
  const open = told !== undefined;
  const sum = told ? sumOf(told.shares) : 0;
  return (
    <Stack gap={3}>
      <CheckField
        id={open ? undefined : form.field(name).id}
        label={t("shares.wanted", { group: nameOf(group.id) })}
        hint={t("shares.hint")}
        value={open}
        onChange={(on) => (on ? begin() : put(all.filter((one) => one.party !== group.id)))}
      />
      {told && (
        <Card level={3} title={t("shares.title", { group: nameOf(group.id), count: members.length })}>
          <Stack gap={3}>
            <Grid least={200}>
              {members.map((one) => {
                const nth = told.shares.findIndex((share) => share.member === one.id);
                return nth < 0 ? (
                  <div key={one.id}>
                    <Button onClick={() => put(withMember(all, at, one.id))}>
                      {t("shares.add", { name: one.name })}
                    </Button>
                  </div>
                ) : (
                  <MoneyField
                    key={one.id}
                    {...field<number | null>(`shares.${nth}.amount`)}
                    label={one.name ?? t("unknownParty")}
                    hint={one.claim === null ? undefined : t("shares.claims", { claim: one.claim / 100 })}
                  />
                );
              })}
            </Grid>
            <p aria-live="polite" data-shares={sum === whole ? "whole" : "differ"} className={css.line}>
              {sum === whole ? <Equal size={16} aria-hidden /> : <TriangleAlert size={16} aria-hidden />}
              <span>
                {t("shares.sum")} <Money fen={sum} /> · {t("shares.promised")} <Money fen={whole} />
                {sum !== whole && (
                  <>
                    {" "}
                    · <strong>{t(sum < whole ? "shares.less" : "shares.more")}</strong>{" "}
                    <Money fen={Math.abs(whole - sum)} />
                  </>
                )}
              </span>
            </p>
            {whole > 0 && sum !== whole && (
              <div>
                <Button
                  icon={<Scale size={16} aria-hidden />}
                  onClick={() =>
                    put(all.map((one, n) => (n === at ? { ...one, shares: rows(divided(whole, claims)) } : one)))
                  }
                >
                  {t(claims.every((one) => one !== null) ? "shares.byClaim" : "shares.equally")}
                </Button>
              </div>
            )}
            {(sum !== whole || told.why !== "") && (
              <TextField {...field<string>("why")} label={t("shares.why")} hint={t("shares.whyHint")} maxLength={500} />
            )}
          </Stack>
        </Card>
      )}
    </Stack>
  );
}

function withMember(all: GroupShares[], at: number, member: string): GroupShares[] {
  return all.map((one, n) => (n === at ? { ...one, shares: [...one.shares, { member, amount: null }] } : one));
}
