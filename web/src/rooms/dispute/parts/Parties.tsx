// Who takes part: masked contact with a logged look, consent, rights told, guardian, members.
import { Eye, KeyRound } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { beside, date } from "../../../lib/fmt";
import { later } from "../../../lib/later";
import {
  Bidi,
  Button,
  Card,
  confirm,
  Facts,
  Money,
  Row,
  Stack,
  StatusBadge,
  type Tone,
  toastProblem,
} from "../../../ui";
import { contactOf, newCode } from "../api";
import css from "../dispute.module.css";
import { layReceipts } from "../receipts";
import { agreedFor } from "../shares";
import type { Contact, Party } from "../types";
import { personName, usePartyName, useWords } from "../words";
import { Deeds } from "./Deeds";
import type { PartProps } from "./parts";

const StillOwed = later(() => import("./rest").then((file) => file.StillOwed), null);

export function Parties(props: PartProps) {
  const { t } = useTranslation("dispute");
  const { file, deeds, open } = props;
  return (
    <Card title={t("tab.parties")}>
      <Stack gap={4}>
        {file.dispute.parties.map((one) => (
          <OneParty key={one.id} party={one} {...props} />
        ))}
        <StillOwed file={file} />
        <Deeds of={["acceptance.party_added", "mediation.rights_told"]} deeds={deeds} open={open} />
      </Stack>
    </Card>
  );
}

const consentTone: Record<string, Tone> = {
  not_asked: "neutral",
  agreed: "ok",
  refused: "danger",
  unreachable: "warn",
};

function OneParty({ party, file, deeds, open }: PartProps & { party: Party }) {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
  const nameOf = usePartyName(file);
  const [contact, setContact] = useState<Contact | null>(null);
  const phone = contact?.phone ?? party.phone;
  const reveal = () => {
    contactOf(file.id, party.id).then(setContact).catch(toastProblem);
  };
  const tags = [
    party.kind === "person" ? "" : word("party_kind", party.kind),
    party.sex && word("sex", party.sex),
    party.birth_year && t("bornIn", { year: party.birth_year }),
  ].filter(Boolean);
  return (
    <section className={css.party} data-left={party.left || undefined}>
      <div className={css.line}>
        <span className="dim">{word("side", party.side)}</span>
        <strong>
          <Bidi>{nameOf(party.id)}</Bidi>
        </strong>
        <span className="dim">{tags.join(" · ")}</span>
      </div>
      <Row gap={1}>
        <StatusBadge tone={consentTone[party.consent]}>{word("consent", party.consent)}</StatusBadge>
        <StatusBadge tone={party.rights_told_at ? "ok" : "neutral"}>
          {party.rights_told_at ? t("rightsTold", { when: date(party.rights_told_at) }) : t("rightsNotTold")}
        </StatusBadge>
        {party.capacity !== "full" && <StatusBadge tone="warn">{word("capacity", party.capacity)}</StatusBadge>}
        {party.capacity !== "full" && !party.guardian && <StatusBadge tone="danger">{t("noGuardian")}</StatusBadge>}
        {party.left && <StatusBadge>{t("left")}</StatusBadge>}
      </Row>
      <Facts
        rows={[
          {
            name: t("field.phone"),
            value: phone && (contact ? <a href={`tel:${phone}`}>{phone}</a> : <Bidi>{phone}</Bidi>),
          },
          { name: t("field.address"), value: contact?.address ?? party.address },
          {
            name: t("field.id_number"),
            value: (contact?.id_number ?? party.id_number) && <Bidi>{contact?.id_number ?? party.id_number}</Bidi>,
          },
          { name: t("field.credit_code"), value: party.credit_code && <Bidi>{party.credit_code}</Bidi> },
          { name: t("field.represented_by"), value: party.represented_by },
          {
            name: t("field.language"),
            value:
              party.language !== "zh" || party.interpreter
                ? word("tongue", party.language) + (party.interpreter ? ` · ${t("withInterpreter")}` : "")
                : "",
          },
          { name: t("wishes"), value: /^0+$/.test(party.wishes) ? "" : personName(file, party.wishes) },
          { name: t("guardian"), value: party.guardian && <Guardian party={party} phone={contact?.guardian_phone} /> },
        ]}
      />
      {party.members.length > 0 && <Members party={party} file={file} />}
      <div className={`${css.small} no-print`}>
        <Row gap={1}>
          {!contact && file.sight.contacts && (party.phone || party.address || party.id_number || party.guardian) && (
            <Button kind="quiet" icon={<Eye size={16} aria-hidden />} onClick={reveal}>
              {t("reveal")}
            </Button>
          )}
          {file.allowed.includes("acceptance.amended") && !party.left && <NewCode party={party} file={file} />}
        </Row>
      </div>
      {!party.left && (
        <Deeds
          of={[
            "acceptance.consent_recorded",
            "acceptance.party_amended",
            "diversion.wished",
            "diversion.challenged",
            "mediation.party_left",
          ]}
          about={party.id}
          deeds={deeds}
          open={open}
        />
      )}
    </section>
  );
}

function Guardian({ party, phone }: { party: Party; phone?: string | null }) {
  const { t } = useTranslation("dispute");
  const { guardian } = party;
  if (!guardian) return null;
  return (
    <>
      {beside(guardian.name ?? "", guardian.relation)}{" "}
      {(phone ?? guardian.phone) && <Bidi>{phone ?? guardian.phone}</Bidi>}{" "}
      {guardian.accused && <StatusBadge tone="danger">{t("guardianAccused")}</StatusBadge>}
    </>
  );
}

function Members({ party, file }: { party: Party; file: PartProps["file"] }) {
  const { t } = useTranslation("dispute");
  const present = party.members.filter((one) => !one.left);
  const sum = present.reduce((total, one) => total + (one.claim ?? 0), 0);
  return (
    <details>
      <summary>
        {t("memberCount", { count: present.length })} {sum > 0 && <Money fen={sum} />}
      </summary>
      <ul className={css.plain}>
        {party.members.map((one) => (
          <li key={one.id} className={one.left ? "dim" : undefined}>
            {one.name} {one.phone && <Bidi>{one.phone}</Bidi>} {one.claim !== null && <Money fen={one.claim} />}{" "}
            {agreedFor(file, one.id) !== null && (
              <>
                <span className="dim">{t("shares.agreed")}</span> <Money fen={agreedFor(file, one.id)!} />
              </>
            )}{" "}
            {one.representative && <StatusBadge tone="info">{t("representative")}</StatusBadge>}{" "}
            {one.authorised && <StatusBadge>{t("authorised")}</StatusBadge>}{" "}
            {one.left && <StatusBadge>{t("left")}</StatusBadge>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function NewCode({ party, file }: { party: Party; file: PartProps["file"] }) {
  const { t } = useTranslation("dispute");
  const navigate = useNavigate();
  const ask = async () => {
    const yes = await confirm({ title: t("newCode"), says: t("newCodeSays"), verb: t("newCode") });
    if (!yes) return;
    try {
      navigate(layReceipts(file.id, [await newCode(file.id, party.id)]));
    } catch (error) {
      toastProblem(error);
    }
  };
  return (
    <Button kind="quiet" icon={<KeyRound size={16} aria-hidden />} onClick={() => void ask()}>
      {t("newCode")}
    </Button>
  );
}
