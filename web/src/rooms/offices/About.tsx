import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { articleOf, date } from "../../lib/fmt";
import { Bidi, Card, Facts } from "../../ui";
import { type Beside, type Overview, pageOf } from "./shapes";

export const OfficeLink = ({ office }: { office: Beside }) => (
  <Link to={pageOf(office.id)}>
    <bdi>{office.name}</bdi>
  </Link>
);

/** One after the other, with a sign between. */
function Chain({ offices, between }: { offices: Beside[]; between: string }): ReactNode {
  return offices.map((one, index) => (
    <span key={one.id}>
      {index > 0 && between}
      <OfficeLink office={one} />
    </span>
  ));
}

/** What it is, on which article it rests, and how it is found. */
export function About({ said }: { said: Overview }) {
  const { t } = useTranslation("organisation");
  const { organisation, standing, committee } = said;
  const article = standing.article && articleOf(standing.article);
  const seal = () => {
    if (organisation.has_seal) return standing.seal_words || t("about.hasSeal");
    return committee ? (
      <>
        {t("about.sealOf")} <OfficeLink office={committee} />
      </>
    ) : null;
  };
  return (
    <Card title={t("about.title")}>
      <Facts
        rows={[
          {
            name: t("about.basis"),
            value: (
              <>
                {standing.basis_name}
                {article && <span className="dim">{` · ${article}`}</span>}
              </>
            ),
          },
          { name: t("about.sector"), value: standing.sector_name },
          { name: t("about.host"), value: standing.host },
          {
            name: t("about.seatedAt"),
            value: standing.seated_at && standing.seated_at_name && (
              <Link to={pageOf(standing.seated_at)}>{standing.seated_at_name}</Link>
            ),
          },
          { name: t("about.seal"), value: seal() },
          { name: t("about.short"), value: organisation.short_name },
          { name: t("about.above"), value: said.above.length > 0 && <Chain offices={said.above} between=" › " /> },
          {
            name: t("about.predecessors"),
            value: said.predecessors.length > 0 && <Chain offices={said.predecessors} between=" · " />,
          },
          { name: t("about.address"), value: organisation.address },
          { name: t("about.phone"), value: organisation.phone && <Bidi>{organisation.phone}</Bidi> },
          { name: t("about.hours"), value: organisation.hours },
          { name: t("about.contact"), value: standing.contact },
          { name: t("about.setUpOn"), value: standing.set_up_on && date(standing.set_up_on) },
          { name: t("about.closedOn"), value: organisation.closed_at && date(organisation.closed_at) },
        ]}
      />
    </Card>
  );
}
