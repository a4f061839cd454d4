import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { articleOf } from "../../lib/fmt";
import { useAsk } from "../../lib/server";
import { Button, Card, Page, ProblemCard, Progress, Skeleton, StatusBadge } from "../../ui";
import css from "./documents.module.css";
import { type FormOffer, type Forms, fillAddress, groups, type MissingPaper, printAddress } from "./shapes";

function Missing({ dispute, paper }: { dispute: string; paper: MissingPaper }) {
  const { t } = useTranslation("documents");
  const to =
    paper.deed === "documents.filled"
      ? fillAddress(dispute, paper.form, paper.subject)
      : `/desk/disputes/${dispute}?${new URLSearchParams({ do: paper.deed, ...(paper.subject ? { about: paper.subject } : {}) })}`;
  return (
    <li className={css.offer}>
      <span>{paper.title}</span>
      {paper.about && <span className={css.about}>{paper.about}</span>}
      <span className={css.end}>
        {paper.mine ? (
          <Link to={to}>{paper.says}</Link>
        ) : (
          <span className={css.about}>{t("by", { deed: paper.says })}</span>
        )}
      </span>
    </li>
  );
}

function Offer({ dispute, offer, mayFill }: { dispute: string; offer: FormOffer; mayFill: boolean }) {
  const { t } = useTranslation("documents");
  const state = offer.there ? "there" : offer.needed ? "missing" : null;
  const facts = [
    t(`reach.${offer.reach}`),
    t(`class.${offer.paper_class}`),
    offer.signs && t("signs", { who: offer.signs }),
    offer.article && articleOf(offer.article),
  ];
  return (
    <li className={css.offer}>
      {offer.number && <span className={css.number}>{offer.number}</span>}
      {offer.available ? (
        <Link to={printAddress(dispute, offer.form, offer.subject)}>{offer.title}</Link>
      ) : (
        <span>{offer.title}</span>
      )}
      {offer.about && <span className={css.about}>{offer.about}</span>}
      {offer.needed && state === "missing" && <StatusBadge tone="warn">{t("state.missing")}</StatusBadge>}
      {offer.needed && state === "there" && <StatusBadge tone="ok">{t("state.there")}</StatusBadge>}
      {!offer.needed && <span className={css.about}>{t("state.asNeeded")}</span>}
      {offer.reason && <span className={css.about}>{offer.reason}</span>}
      {mayFill && offer.fillable && (
        <span className={css.end}>
          <Link
            to={fillAddress(dispute, offer.form, offer.subject)}
            aria-label={t("fillOf", { form: [offer.title, offer.about].filter(Boolean).join(" ") })}
          >
            {t(offer.filled ? "change" : "fill")}
          </Link>
        </span>
      )}
      <small className={css.facts}>{facts.filter(Boolean).join(" · ")}</small>
    </li>
  );
}

/** The dossier as a list of papers: what it needs, what is there, what can be printed or filled in. */
export function ChooseForm() {
  const { t } = useTranslation("documents");
  const { id = "" } = useParams();
  const { data, error, refetch } = useAsk<Forms>(`/disputes/${id}/documents`, {}, { when: id !== "" });
  return (
    <Page
      title={t("choose.title")}
      subtitle={data?.number || t("choose.says")}
      back={{ to: `/desk/disputes/${id}`, label: t("back") }}
      actions={
        data?.forms.some((offer) => offer.available) && (
          <Button file={`/api/disputes/${id}/dossier.pdf`}>{t("dossierPdf")}</Button>
        )
      }
    >
      {error && <ProblemCard error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton shape="rows" count={6} />}
      {data && (
        <>
          {data.needed > 0 && (
            <div className={css.whole}>
              <Progress
                says={t("completeness", { there: data.there, needed: data.needed })}
                there={data.there}
                needed={data.needed}
              />
            </div>
          )}
          {data.missing.length > 0 && (
            <Card title={t("missing")} tone="warn" flush>
              <ul className={css.offers}>
                {data.missing.map((paper) => (
                  <Missing key={`${paper.form} ${paper.subject}`} dispute={id} paper={paper} />
                ))}
              </ul>
            </Card>
          )}
          {groups.map((group) => {
            const offers = data.forms.filter((offer) => offer.group === group);
            return (
              offers.length > 0 && (
                <Card key={group} title={t(`group.${group}`)} flush>
                  <ul className={css.offers}>
                    {offers.map((offer) => (
                      <Offer
                        key={`${offer.form} ${offer.subject}`}
                        dispute={id}
                        offer={offer}
                        mayFill={data.may_fill}
                      />
                    ))}
                  </ul>
                </Card>
              )
            );
          })}
        </>
      )}
    </Page>
  );
}
