// Each side alone: what was said in a party's compartment, for this dispute's mediators and nobody
// else. One column a party; only one of them on the screen while somebody else can look at it.
import { ArrowRightLeft, CheckCheck, Lock, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateTime, listed } from "../../../lib/fmt";
import { Button, Card, Empty, Money, RadioTiles, Row, Stack, StatusBadge, type Tone } from "../../../ui";
import css from "../apart.module.css";
import shared from "../dispute.module.css";
import { useCrossing } from "../forms/VaultBoxes";
import { fenOf } from "../ladder";
import type { Party, Session, VaultSlip } from "../types";
import { useWide } from "../useWide";
import { presentParties, usePartyName, useWords } from "../words";
import { Deeds } from "./Deeds";
import { Ladders } from "./Ladders";
import type { PartProps } from "./parts";

export function Apart(props: PartProps) {
  const { t } = useTranslation("dispute");
  const { file } = props;
  const { word } = useWords();
  const nameOf = usePartyName(file);
  const wide = useWide();
  const parties = columnsOf(file);
  const [only, setOnly] = useState("both");
  // A desk shows both beside each other, unless a party sits in the room; a phone the offers, or one side.
  const sides = parties.map((one) => ({ value: one.id, label: `${word("side", one.side)} ${nameOf(one.id)}` }));
  const options = [{ value: "both", label: t(wide ? "apart.both" : "ladder.title") }, ...sides];
  const columns = parties.filter((one) => (only === "both" ? wide : one.id === only));
  return (
    <Stack gap={4}>
      <p className={css.watermark}>
        <Lock size={16} aria-hidden /> {t("apart.watermark")}
      </p>
      <Row className="no-print">
        <RadioTiles
          id="apart-side"
          label={t("apart.show")}
          hint={t("apart.showSays")}
          value={only}
          onChange={setOnly}
          options={options}
        />
      </Row>
      {only === "both" && <Ladders {...props} />}
      <div className={css.columns} data-count={columns.length}>
        {columns.map((one) => (
          <Column key={one.id} party={one} nth={parties.indexOf(one)} {...props} />
        ))}
      </div>
    </Stack>
  );
}

/** Who is there, and who has left but said something alone before. */
function columnsOf(file: PartProps["file"]): Party[] {
  const { vault } = file.dispute.room;
  const present = presentParties(file);
  return file.dispute.parties.filter((one) => present.includes(one) || vault.some((slip) => slip.party === one.id));
}

type Told = { at: string; slip: VaultSlip } | { at: string; session: Session };

function toldBy(party: Party, file: PartProps["file"]): Told[] {
  const slips = file.dispute.room.vault.filter((one) => one.party === party.id).map((slip) => ({ at: slip.at, slip }));
  const sessions = file.dispute.sessions
    .filter((one) => one.kind === "separate" && one.held_at && one.parties.includes(party.id))
    .map((session) => ({ at: session.held_at ?? "", session }));
  return [...slips, ...sessions].sort((a, b) => b.at.localeCompare(a.at));
}

function Column({ party, nth, file, deeds, open }: PartProps & { party: Party; nth: number }) {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
  const nameOf = usePartyName(file);
  const told = toldBy(party, file);
  const add = deeds.includes("mediation.vault_noted") && !party.left && (
    <Button icon={<Plus size={16} aria-hidden />} onClick={() => open("mediation.vault_noted", party.id)}>
      {t("apart.add")}
    </Button>
  );
  return (
    <section className={css.column} data-nth={nth % 4} aria-label={nameOf(party.id)}>
      <header>
        <div>
          <span className="dim">{word("side", party.side)}</span>
          <h3>{nameOf(party.id)}</h3>
        </div>
        {told.length > 0 && add}
      </header>
      {told.length === 0 && <Empty action={add}>{t("apart.nothing", { name: nameOf(party.id) })}</Empty>}
      {told.length > 0 && (
        <ol className={css.slips}>
          {told.map((one) =>
            "slip" in one ? (
              <Slip key={one.slip.id} slip={one.slip} file={file} deeds={deeds} open={open} />
            ) : (
              <Separate key={one.session.id} session={one.session} />
            ),
          )}
        </ol>
      )}
      <Deeds of={["mediation.safety_asked"]} about={party.id} deeds={party.left ? [] : deeds} open={open} />
    </section>
  );
}

const tones: Record<VaultSlip["kind"], Tone> = {
  note: "neutral",
  bottom_line: "danger",
  offer: "info",
  statement: "method",
};

function Slip({ slip, file, deeds, open }: PartProps & { slip: VaultSlip }) {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
  const fen = fenOf(slip);
  const issue = file.dispute.room.issues.find((one) => one.id === slip.issue);
  return (
    <li className={css.slip} data-kind={slip.kind} data-crossed={slip.released_at !== null || undefined}>
      <div className={shared.line}>
        <StatusBadge tone={tones[slip.kind]}>{word("vault_kind", slip.kind)}</StatusBadge>
        {fen !== null && (
          <strong>
            <Money fen={fen} />
          </strong>
        )}
        <span className="dim">{dateTime(slip.at)}</span>
      </div>
      <p className={shared.words}>{slip.words ?? t("sealedFromYou")}</p>
      {issue && <p className="dim">{t("apart.about", { issue: issue.title ?? t("apart.untitled") })}</p>}
      {slip.released_at ? (
        <p className={css.crossed}>
          <CheckCheck size={16} aria-hidden /> {t("apart.crossed", { when: dateTime(slip.released_at) })}
        </p>
      ) : (
        slip.owner_agreed_at && (
          <p className={css.agreed}>
            <ArrowRightLeft size={16} aria-hidden />{" "}
            {t("apart.agreed", { how: word("by", slip.agreed_by), when: dateTime(slip.owner_agreed_at) })}
          </p>
        )
      )}
      {!slip.released_at && (slip.kind === "statement" || slip.kind === "offer") && (
        <Deeds
          of={
            slip.owner_agreed_at
              ? ["mediation.statement_released", "mediation.crossing_withdrawn"]
              : ["mediation.crossing_agreed"]
          }
          about={slip.id}
          deeds={deeds}
          open={open}
        />
      )}
    </li>
  );
}

function Separate({ session }: { session: Session }) {
  const { t } = useTranslation("dispute");
  const { word, choice } = useWords();
  return (
    <li className={css.slip} data-kind="session">
      <div className={shared.line}>
        <StatusBadge tone="warn">{word("session_kind", session.kind)}</StatusBadge>
        <span className="dim">
          {session.held_at && dateTime(session.held_at)} · {word("by", session.by)}
        </span>
      </div>
      <p className={shared.words}>{session.alone ?? session.record ?? t("noWords")}</p>
      {session.methods.length > 0 && (
        <p className="dim">{listed(session.methods.map((one) => choice("method", one)))}</p>
      )}
    </li>
  );
}

/** For everybody else who reads the file: the sentences that crossed, and nothing besides. */
export function Crossed({ file }: Pick<PartProps, "file">) {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
  const nameOf = usePartyName(file);
  const crossing = useCrossing();
  const slips = file.dispute.room.vault.filter((one) => one.released_at);
  if (slips.length === 0) return null;
  return (
    <Card level={3} title={t("apart.crossedTitle")}>
      <ul className={shared.plain}>
        {slips.toReversed().map((one) => (
          <li key={one.id}>
            <div className={shared.line}>
              <strong>{nameOf(one.party)}</strong>
              <StatusBadge tone={tones[one.kind]}>{word("vault_kind", one.kind)}</StatusBadge>
              <span className="dim">{one.released_at && dateTime(one.released_at)}</span>
            </div>
            <p className={shared.words}>{one.released ?? crossing(one)}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
