import { DeskShell } from "../shell/DeskShell";
import { Landing } from "../shell/Landing";
import { start } from "../shell/start";
import { deskPages } from "./deskPages";

void start({
  name: "desk",
  namespaces: ["common", "desk"],
  pages: deskPages,
  shell: DeskShell,
  signIn: "/desk/sign-in",
  extra: [{ path: "/desk", Component: Landing }],
});
