import { openTheDoor } from "../rooms/door/session";
import { ResidentShell } from "../shell/ResidentShell";
import { start } from "../shell/start";
import { residentPages } from "./residentPages";

openTheDoor();
void start({
  name: "resident",
  namespaces: ["common", "resident"],
  pages: residentPages,
  shell: ResidentShell,
  signIn: "/desk/sign-in",
});
