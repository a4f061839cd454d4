import "../theme/mantine-overlays.css";
import "@mantine/notifications/styles.layer.css";
import { Notifications, notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { Row } from "./layout";
import { type Said, showToastsWith } from "./toast";

const colors = { done: "var(--ok)", info: "var(--info)", failed: "var(--danger)" } as const;

/** Where toasts appear: above, in the middle; the newest takes the place of what was merely done before. */
export function Toasts() {
  const { t } = useTranslation("common");
  useEffect(() => {
    let news: string | null = null;
    const quiet = () => {
      if (news) notifications.hide(news);
      news = null;
    };
    showToastsWith(({ message, kind, undo }: Said) => {
      quiet();
      const id = notifications.show({
        color: colors[kind],
        autoClose: undo || kind === "failed" ? 10_000 : 4000,
        closeButtonProps: { "aria-label": t("close") },
        role: kind === "failed" ? "alert" : "status",
        message: (
          <Row gap={3}>
            <span>{message}</span>
            {undo && (
              <Button
                onClick={() => {
                  notifications.hide(id);
                  undo();
                }}
              >
                {t("undo")}
              </Button>
            )}
          </Row>
        ),
      });
      if (kind !== "failed" && !undo) news = id;
    }, quiet);
  }, [t]);
  return <Notifications position="top-center" zIndex={400} />;
}
