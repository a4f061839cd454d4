// A promise of money in parts: how many, from which day, one each month.
import { CalendarRange } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { date, money } from "../../../lib/fmt";
import { Button, DateField, Grid, Row, Stack, TextField } from "../../../ui";
import css from "../dispute.module.css";
import { instalments, mostParts } from "../instalments";

interface SplitProps {
  amount: number;
  /** The row's own day: the first part is due on it, unless another is chosen. */
  due: string | null;
  /** No part is due before it. */
  least: string;
  split: (parts: number, first: string) => void;
}

export function SplitBox({ amount, due, least, split }: SplitProps) {
  const { t } = useTranslation("dispute");
  const id = useId();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [chosen, setFirst] = useState<string | null>(null);
  if (!open)
    return (
      <Row>
        <Button kind="quiet" icon={<CalendarRange size={16} aria-hidden />} onClick={() => setOpen(true)}>
          {t("split.verb")}
        </Button>
      </Row>
    );
  const first = chosen ?? due;
  const parts = Number(typed);
  const all = instalments(amount, parts, first);
  const [one] = all;
  const last = all.at(-1);
  const go = () => {
    if (!one || !first) return;
    split(parts, first);
    setOpen(false);
  };
  // Enter splits; it does not send the form around it.
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    go();
  };
  return (
    <section className={css.answer} data-split aria-label={t("split.verb")} onKeyDown={onKey}>
      <Stack gap={2}>
        <Grid least={180}>
          <TextField
            id={`${id}-parts`}
            label={t("split.parts")}
            hint={t("split.most", { most: mostParts })}
            inputMode="numeric"
            value={typed}
            onChange={setTyped}
            maxLength={2}
          />
          <DateField id={`${id}-first`} label={t("split.first")} value={first} onChange={setFirst} min={least} />
        </Grid>
        <p aria-live="polite" className={one ? "" : "dim"}>
          {one && last
            ? t("split.says", {
                count: all.length,
                each: money(one.amount),
                last: money(last.amount),
                from: date(one.due),
                until: date(last.due),
                whole: money(amount),
              })
            : t("split.hint")}
        </p>
        <Row>
          <Button disabled={!one} onClick={go}>
            {t("split.go")}
          </Button>
          <Button kind="quiet" onClick={() => setOpen(false)}>
            {t("split.leave")}
          </Button>
        </Row>
      </Stack>
    </section>
  );
}
