import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useAsk } from "../../lib/server";
import { Card, Page, ProblemCard, Skeleton } from "../../ui";
import css from "./documents.module.css";
import { type FormOffer, type Forms, printAddress } from "./shapes";

function Offer({ dispute, offer }: { dispute: string; offer: FormOffer }) {
  return (
    <li className={css.offer}>
      {offer.available ? (
        <Link to={printAddress(dispute, offer.form, offer.subject)}>{offer.title}</Link>
      ) : (
        <span>{offer.title}</span>
      )}
      {offer.about && <span className={css.about}>{offer.about}</span>}
      {offer.reason && <span className={css.about}>{offer.reason}</span>}
    </li>
  );
}

/** Which form to print: all of them, and why some cannot be printed yet. */
export function ChooseForm() {
  const { t } = useTranslation("documents");
  const { id = "" } = useParams();
  const { data, error, refetch } = useAsk<Forms>(`/disputes/${id}/documents`, {}, { when: id !== "" });
  return (
    <Page
      title={t("choose.title")}
      subtitle={data?.number || t("choose.says")}
      back={{ to: `/desk/disputes/${id}`, label: t("back") }}
    >
      {error && <ProblemCard error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton shape="rows" count={6} />}
      {data && (
        <Card flush>
          <ul className={css.offers}>
            {data.forms.map((offer) => (
              <Offer key={`${offer.form} ${offer.subject}`} dispute={id} offer={offer} />
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}
