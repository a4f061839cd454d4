import { life } from "./life.mjs";

await life(4);
