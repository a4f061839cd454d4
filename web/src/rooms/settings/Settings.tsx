import { useId } from "react";
import { useTranslation } from "react-i18next";
import { languages, speak } from "../../i18n";
import { known, offered } from "../../i18n/languages";
import { type Scheme, useScheme } from "../../lib/scheme";
import { type Settings as Chosen, changeSettings, useSettings } from "../../lib/settings";
import { useMe } from "../../shell/session";
import { Button, Card, CheckField, Page, RadioTiles, Row, Stack } from "../../ui";

const scales = [1, 1.15, 1.3, 1.5] as const;

/** How this device shows things: language, size of text, light or dark, single keys. */
export function Settings() {
  const { t, i18n } = useTranslation(["desk", "common"]);
  const { textScale, singleKeys } = useSettings();
  const [scheme, setScheme] = useScheme();
  const id = useId();
  const me = useMe();
  return (
    <Page title={t("settings.title")}>
      {me && (
        <Card title={t("settings.account.title")}>
          <Row gap={3}>
            <p>{t("settings.account.says")}</p>
            <Button to="/desk/account">{t("settings.account.verb")}</Button>
          </Row>
        </Card>
      )}
      {me?.person && (
        <Card title={t("settings.me.title")}>
          <Row gap={3}>
            <p>{t("settings.me.says")}</p>
            <Button to={`/desk/people/${me.person}`}>{t("settings.me.verb")}</Button>
          </Row>
        </Card>
      )}
      <Card title={t("settings.display")}>
        <Stack gap={5}>
          <p className="dim">{t("settings.says")}</p>
          <RadioTiles
            id={`${id}-language`}
            label={t("common:language")}
            value={known(i18n.language)}
            onChange={(one) => void speak(known(one) ?? "zh-CN")}
            options={offered.map((one) => ({ value: one, label: languages[one].name }))}
          />
          <RadioTiles
            id={`${id}-scale`}
            label={t("settings.scale")}
            value={String(textScale)}
            onChange={(one) => changeSettings({ textScale: Number(one) as Chosen["textScale"] })}
            options={scales.map((one) => ({ value: String(one), label: `${Math.round(one * 100)}%` }))}
          />
          <RadioTiles
            id={`${id}-scheme`}
            label={t("settings.scheme")}
            value={scheme}
            onChange={(one) => setScheme(one as Scheme)}
            options={(["auto", "light", "dark"] as const).map((one) => ({
              value: one,
              label: t(`settings.schemes.${one}`),
            }))}
          />
          <CheckField
            label={t("settings.singleKeys")}
            hint={t("settings.singleKeysHint")}
            value={singleKeys}
            onChange={(on) => changeSettings({ singleKeys: on })}
          />
        </Stack>
      </Card>
    </Page>
  );
}
