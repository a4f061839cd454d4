// The tabs behind the first ones: in a file of their own, which is fetched when the page rests.
export { Papers } from "../../papers/Papers";
export { Agreements } from "./Agreements";
export { Apart } from "./Apart";
export { Conferences } from "./Conferences";
export { Dossier } from "./Dossier";
export { Joint } from "./Joint";
export { Matter } from "./Matter";
export { Practice } from "./Practice";
export { Safety } from "./Safety";
export { Sessions } from "./Sessions";
export { StillOwed } from "./StillOwed";
export { Visits } from "./Visits";
