import { life } from "./life.mjs";

await life(1);
