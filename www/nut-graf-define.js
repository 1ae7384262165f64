// @ts-check
/** Registers `<nut-graf>`. Importing it twice, or on a server, does no harm. */
import { NutGraf } from "./nut-graf.js";

NutGraf.define();

export { NutGraf };
