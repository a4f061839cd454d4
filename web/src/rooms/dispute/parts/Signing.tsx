// Who has signed, how and when; who is missing, and the three ways for each: a link of one's own, the
// tablet face to face, the paper.
import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { Check, CircleDashed, Copy, QrCode, Tablet, TriangleAlert, Undo2 } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "../../../api";
import { now } from "../../../lib/clock";
import { copyText } from "../../../lib/files";
import { dateTime } from "../../../lib/fmt";
import { tell } from "../../../lib/server";
import type { components } from "../../../schema";
import { Button, Card, Modal, Row, Stack, toast, toastProblem } from "../../../ui";
import { command, useShowFile } from "../api";
import css from "../dispute.module.css";
import { hasSigned, latestLink, linkState, memberOf, realKey, type Signer, signatureOf, signersOf } from "../signing";
import type { Agreement, FileView } from "../types";
import { personName, usePartyName, useWords } from "../words";
import { Deeds } from "./Deeds";
import type { PartProps } from "./parts";

type LinkShown = components["schemas"]["resolution.LinkShown"];
interface SigningProps extends PartProps {
  agreement: Agreement;
}

/** It is shown this once: it must outlive the page's being laid out anew when a tablet is turned. */
function useShownLink(agreement: string) {
  const queries = useQueryClient();
  const queryKey = ["shownLink", agreement];
  const { data = null } = useQuery<LinkShown | null>({ queryKey, queryFn: skipToken, gcTime: 5_000 });
  return [data, (link: LinkShown | null) => void queries.setQueryData(queryKey, link)] as const;
}

export function Signing({ agreement, ...props }: SigningProps) {
  const { t } = useTranslation("dispute");
  const [shown, setShown] = useShownLink(agreement.id);
  const missing = agreement.parties.filter((id) => !hasSigned(props.file, agreement, id));
  const nameOf = usePartyName(props.file);
  const open = !agreement.effective_at;
  return (
    <div>
      <h3>{t("signatures")}</h3>
      {open && missing.length > 0 && (
        <p className="dim">{t("signing.missing", { names: missing.map(nameOf).join(t("signing.between")) })}</p>
      )}
      {open && <Voided agreement={agreement} file={props.file} />}
      <ul className={css.plain}>
        {signersOf(props.file, agreement).map((one) => (
          <OneSigner key={one.party + one.member} signer={one} agreement={agreement} show={setShown} {...props} />
        ))}
        <Line name={t("mediator")} done={agreement.mediator_signed_at} />
        <Line name={t("seal")} done={agreement.sealed_at} />
      </ul>
      <Modal open={shown !== null} onClose={() => setShown(null)} title={t("signing.linkTitle")}>
        {shown && <Link shown={shown} />}
      </Modal>
    </div>
  );
}

function Line({ name, done, how = "" }: { name: string; done: string | null; how?: string }) {
  const { t } = useTranslation("dispute");
  return (
    <li className={css.signature}>
      {done ? <Check size={16} aria-hidden /> : <CircleDashed size={16} aria-hidden />}
      <span>
        {name} <span className="dim">{done ? `${how} ${dateTime(done)}`.trim() : t("notYetSigned")}</span>
      </span>
    </li>
  );
}

/** Signatures that hold no more, because the text was changed. */
function Voided({ agreement, file }: { agreement: Agreement; file: FileView }) {
  const { t } = useTranslation("dispute");
  const nameOf = usePartyName(file);
  const again = agreement.voided.filter(
    (one) => realKey(one.party) && !signatureOf(agreement, one.party, memberOf(one)),
  );
  if (again.length === 0) return null;
  const names = [...new Set(again.map((one) => nameOf(one.party)))].join(t("signing.between"));
  return (
    <Card tone="warn" level={3}>
      <p>{t("signing.voided", { names })}</p>
    </Card>
  );
}

interface OneProps extends SigningProps {
  signer: Signer;
  show: (link: LinkShown) => void;
}

function OneSigner({ signer, agreement, show, file, deeds, open }: OneProps) {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
  const nameOf = usePartyName(file);
  const { party, member } = signer;
  const group = file.dispute.parties.find((one) => one.id === party);
  const who = group?.members.find((one) => one.id === member);
  const name = who ? t("signing.memberOf", { member: who.name ?? "", group: nameOf(party) }) : nameOf(party);
  const signed = signatureOf(agreement, party, member);
  const declined = agreement.declined.findLast((one) => one.party === party && memberOf(one) === member);
  const link = latestLink(agreement, party, member);
  const how = signed
    ? [
        word("signing_way", signed.pen?.way),
        word("signing", signed.manner),
        signed.pen &&
          signed.pen.as !== "self" &&
          signed.pen.as !== "member" &&
          `${word("signs_as", signed.pen.as)} ${signed.pen.name ?? ""}`.trim(),
        realKey(signed.pen?.witness) && t("signing.witness", { name: personName(file, signed.pen?.witness ?? "") }),
      ]
        .filter(Boolean)
        .join(" · ")
    : "";
  if (signed) return <Line name={name} done={signed.at} how={how} />;
  const bound = who?.authorised && hasSigned(file, agreement, party);
  const state = link && linkState(link, now());
  return (
    <li className={css.signature}>
      {bound ? <Check size={16} aria-hidden /> : <CircleDashed size={16} aria-hidden />}
      <div>
        <span>
          {name} <span className="dim">{bound ? t("signing.byRepresentative") : t("notYetSigned")}</span>
        </span>
        {!agreement.effective_at && (
          <>
            {declined && (
              <p>
                <TriangleAlert size={16} aria-hidden />{" "}
                {t("signing.declined", { when: dateTime(declined.at), reason: declined.reason ?? "" })}
              </p>
            )}
            {link && state && (
              <p className="dim">
                {t(`signing.link.${state === "open" && link.way === "tablet" ? "onTablet" : state}`, {
                  when: dateTime(state === "open" ? link.expires_at : link.made_at),
                })}
              </p>
            )}
            {!bound && (
              <Ways
                signer={signer}
                agreement={agreement}
                file={file}
                show={show}
                link={state === "open" ? link?.id : undefined}
              />
            )}
            {!bound && <Deeds of={["resolution.signed"]} about={member ?? party} deeds={deeds} open={open} />}
          </>
        )}
      </div>
    </li>
  );
}

interface WaysProps {
  signer: Signer;
  agreement: Agreement;
  file: FileView;
  show: (link: LinkShown) => void;
  /** That is open now. */
  link: string | undefined;
}

function Ways({ signer, agreement, file, show, link }: WaysProps) {
  const { t } = useTranslation("dispute");
  const queries = useQueryClient();
  const showFile = useShowFile();
  const [busy, setBusy] = useState<string | null>(null);
  if (!file.allowed.includes("resolution.link_made")) return null;
  const once = async (what: string, deed: () => Promise<void>) => {
    if (busy) return;
    setBusy(what);
    try {
      await deed();
    } catch (error) {
      toastProblem(error);
      // A link may be there all the same: the tablet was not handed over, or the answer was lost.
      void queries.invalidateQueries({ queryKey: ["dispute", file.id] });
    } finally {
      setBusy(null);
    }
  };
  const make = (way: "phone" | "tablet") =>
    tell<LinkShown>(
      `/disputes/${file.id}/agreements/${agreement.id}/links`,
      { party: signer.party, ...(signer.member ? { member: signer.member } : {}), way },
      { key: newKey(), version: file.version },
    );
  const phone = () =>
    once("phone", async () => {
      show(await make("phone"));
      void queries.invalidateQueries({ queryKey: ["dispute", file.id] });
    });
  const tablet = () =>
    once("tablet", async () => {
      const { token } = await make("tablet");
      await tell("/session/hand-over", {}, { key: newKey() });
      // Whoever goes back in the browser finds a page that asks anew who is there.
      addEventListener("pageshow", (event) => event.persisted && location.reload());
      location.replace(`/sign/tablet/${file.id}#${token}`);
    });
  const revoke = () =>
    once("revoke", async () => {
      const path = `/disputes/${file.id}/signing-links/${link}`;
      showFile((await command("DELETE", path, undefined, { key: newKey(), version: file.version })).file);
      toast(t("signing.revoked"));
    });
  return (
    <div className={`${css.small} no-print`}>
      <Row gap={1}>
        <Button
          kind="quiet"
          icon={<QrCode size={16} aria-hidden />}
          busy={busy === "phone"}
          onClick={() => void phone()}
        >
          {t(link ? "signing.newLink" : "signing.makeLink")}
        </Button>
        <Button
          kind="quiet"
          icon={<Tablet size={16} aria-hidden />}
          busy={busy === "tablet"}
          onClick={() => void tablet()}
        >
          {t("signing.handOver")}
        </Button>
        {link && file.allowed.includes("resolution.link_revoked") && (
          <Button
            kind="quiet"
            icon={<Undo2 size={16} aria-hidden />}
            busy={busy === "revoke"}
            onClick={() => void revoke()}
          >
            {t("signing.takeBack")}
          </Button>
        )}
      </Row>
    </div>
  );
}

/** To be scanned or sent on; shown this once. */
function Link({ shown }: { shown: LinkShown }) {
  const { t } = useTranslation("dispute");
  const text = useRef<HTMLParagraphElement>(null);
  const copy = async () => {
    toast(t((await copyText(shown.link, text.current)) ? "signing.copied" : "signing.marked"));
  };
  return (
    <Stack gap={3}>
      <p>{t("signing.linkSays", { when: dateTime(shown.expires_at) })}</p>
      <img
        className={css.qr}
        alt={t("signing.qr")}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(shown.qr)}`}
        width={200}
        height={200}
      />
      <p ref={text} className={css.words} data-link>
        {/* An address is long: it may break. */}
        <bdi>{shown.link}</bdi>
      </p>
      <div>
        <Button icon={<Copy size={16} aria-hidden />} onClick={() => void copy()}>
          {t("signing.copy")}
        </Button>
      </div>
    </Stack>
  );
}
