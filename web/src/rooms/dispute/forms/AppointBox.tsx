// The mediators of the organisation that has the dispute, the proposed one first, each with
// reasons; of every other one may ask why not.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, Empty, Skeleton } from "../../../ui";
import { useProposal } from "../api";
import css from "../dispute.module.css";
import type { Candidate } from "../types";
import { Badges, Reasons } from "./Candidate";
import { bound, useLabel } from "./field";
import type { BoxProps } from "./plan";
import { WhyNot } from "./WhyNot";

const barred = (one: Candidate) => one.bars.some((bar) => !bar.reason_is_enough);

export function AppointBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const { data, isPending } = useProposal(box.file.id, box.file.version);
  const field = bound<string | null>(box);
  const { label } = useLabel("mediator");
  const { set, values } = box.form;
  const best = data?.mediators.find((one) => one.proposed)?.person ?? null;
  useEffect(() => {
    // The server is told what was proposed here, so that another choice is known as one.
    if (best && values.proposed !== best) set({ proposed: best });
  }, [best, values.proposed, set]);
  if (isPending) return <Skeleton shape="rows" count={3} />;
  if (!data || data.mediators.length === 0) return <Empty>{t("noMediators")}</Empty>;
  const chosen = data.mediators.find((one) => one.person === field.value);
  return (
    <fieldset className={css.ticks}>
      <legend data-legend-for={field.id}>{label} *</legend>
      {data.mediators.map((one, index) => (
        <One
          key={one.person}
          one={one}
          box={box}
          id={index === 0 ? field.id : undefined}
          name={field.id}
          chosen={field.value === one.person}
          choose={() => field.onChange(one.person)}
        />
      ))}
      {chosen && !chosen.proposed && best && <p className={css.final}>{t("otherMediator")}</p>}
      {field.error && <p className={css.fault}>{field.error}</p>}
    </fieldset>
  );
}

interface OneProps {
  one: Candidate;
  box: BoxProps;
  id: string | undefined;
  name: string;
  chosen: boolean;
  choose: () => void;
}

function One({ one, box, id, name, chosen, choose }: OneProps) {
  const { t } = useTranslation("dispute");
  const [asked, setAsked] = useState(false);
  const may = box.file.allowed.includes("diversion.appointed");
  return (
    <div className={css.candidate} data-chosen={chosen || undefined}>
      <label>
        <input type="radio" id={id} name={name} checked={chosen} disabled={barred(one)} onChange={choose} />
        <span>
          <strong>{one.name}</strong> <span className="dim">{t("load", { count: one.load })}</span> <Badges one={one} />
        </span>
      </label>
      <Reasons of={one.reasons} />
      {!one.proposed && may && (
        <div className={css.small}>
          <Button kind="quiet" aria-label={t("whyNot.ask", { name: one.name })} onClick={() => setAsked(!asked)}>
            {t(asked ? "whyNot.close" : "whyNot.short")}
          </Button>
        </div>
      )}
      {asked && <WhyNot dispute={box.file.id} person={one.person} version={box.file.version} />}
    </div>
  );
}
