import { Award, CirclePlus, Printer } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { tell, useAsk } from "../../lib/server";
import { Bidi, Button, Card, Drawer, Empty, Modal, Page, ProblemCard, Skeleton, toast } from "../../ui";
import { useAgain } from "./again";
import { HonourForm } from "./HonourForm";
import css from "./honours.module.css";
import { PeopleNav } from "./PeopleNav";
import { Reason } from "./Reason";
import type { Honour, Wall } from "./shapes";

/** The wall: honours of persons and organisations, the highest rung first. */
export function Honours() {
  const { t } = useTranslation("people");
  const wall = useAsk<Wall>("/honours");
  const [giving, setGiving] = useState(false);
  const [taking, setTaking] = useState<Honour | null>(null);
  const again = useAgain();
  const done = () => {
    setGiving(false);
    setTaking(null);
    again();
    toast(t("saved"));
  };
  return (
    <Page
      title={t("honour.wall")}
      subtitle={t("honour.says")}
      actions={
        <>
          <Button icon={<Printer size={18} aria-hidden />} onClick={() => window.print()}>
            {t("honour.print")}
          </Button>
          {wall.data?.may_give && (
            <Button kind="primary" icon={<CirclePlus size={18} aria-hidden />} onClick={() => setGiving(true)}>
              {t("honour.verb")}
            </Button>
          )}
        </>
      }
    >
      <PeopleNav />
      {wall.error ? (
        <ProblemCard error={wall.error} retry={() => void wall.refetch()} />
      ) : !wall.data ? (
        <Skeleton shape="cards" count={3} />
      ) : wall.data.rungs.length === 0 ? (
        <Card>
          <Empty>{t("honour.none")}</Empty>
        </Card>
      ) : (
        wall.data.rungs.map((rung) => (
          <section key={rung.rung} className={css.rung} data-rung={rung.rung} aria-labelledby={`rung-${rung.rung}`}>
            <h2 id={`rung-${rung.rung}`}>{rung.name}</h2>
            <ul className={css.plates}>
              {rung.honours.map((one) => (
                <li key={one.id} className={css.plate}>
                  <Plate honour={one} take={wall.data.may_give ? () => setTaking(one) : undefined} />
                </li>
              ))}
            </ul>
          </section>
        ))
      )}
      <Drawer open={giving} onClose={() => setGiving(false)} title={t("honour.verb")}>
        {giving && <HonourForm done={done} />}
      </Drawer>
      <Modal open={taking !== null} onClose={() => setTaking(null)} title={t("honour.takeOff")}>
        {taking && (
          <Reason
            says={t("honour.takeOffSays", { name: taking.bearer_name, honour: taking.name })}
            verb={t("honour.takeOff")}
            send={(reason, key) => tell(`/honours/${taking.id}/withdrawal`, { reason }, { key })}
            done={done}
          />
        )}
      </Modal>
    </Page>
  );
}

function Plate({ honour, take }: { honour: Honour; take?: () => void }) {
  const { t } = useTranslation("people");
  const to = honour.person ? `/desk/people/${honour.person}` : null;
  return (
    <>
      <Award className={css.medal} size={28} strokeWidth={1.6} aria-hidden />
      <p className={css.bearer}>{to ? <Link to={to}>{honour.bearer_name}</Link> : honour.bearer_name}</p>
      <p className={css.place}>{honour.place_name}</p>
      <p className={css.name}>{honour.name}</p>
      <p className={css.foot}>
        <Bidi>{honour.year}</Bidi> · {honour.giver}
        {honour.certificate && (
          <>
            {" · "}
            <Bidi>{honour.certificate}</Bidi>
          </>
        )}
      </p>
      {take && (
        <span className="no-print">
          <Button kind="quiet" aria-label={`${t("honour.takeOff")} · ${honour.bearer_name}`} onClick={take}>
            {t("honour.takeOff")}
          </Button>
        </span>
      )}
    </>
  );
}
