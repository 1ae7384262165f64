// @ts-check
/** Words that a line may have beside the article's own: those of the engine's table, which a test compares. */
export const CONNECTIVES = new Set("a according an and another article as at but by did do does for from had has have he her him his in into is it its no not of on or said says she that the their them there these they this those to unless was were when whether which while who with would".split(" "));
