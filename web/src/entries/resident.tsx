import { ResidentShell } from "../shell/ResidentShell";
import { start } from "../shell/start";
import { residentPages } from "./residentPages";

void start({
  name: "resident",
  namespaces: ["common", "resident"],
  pages: residentPages,
  shell: ResidentShell,
  signIn: "/track",
});
