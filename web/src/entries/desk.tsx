import { openTheDoor } from "../rooms/door/session";
import { DeskShell } from "../shell/DeskShell";
import { start } from "../shell/start";
import { deskPages } from "./deskPages";

openTheDoor();
void start({
  name: "desk",
  namespaces: ["common", "desk"],
  pages: deskPages,
  shell: DeskShell,
  signIn: "/desk/sign-in",
});
