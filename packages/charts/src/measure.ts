/** Widths of Golos, the font of the pages, as parts of its size: no browser measures a picture that the service draws. */
const WIDE = /[МШЩЮЖФЫДWM@—…]/u;
const CAPITAL = /\p{Lu}/u;
const NARROW = /[ .,:;!|()[\]'«»\-ilIjtf]/u;

/** How wide a text stands, in pixels; rather more than less, so that nothing runs over its place. */
export function measureText(text: string, font = '12px'): { width: number } {
	const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
	return { width: size * [...text].reduce((sum, sign) => sum + widthOf(sign), 0) };
}

function widthOf(sign: string): number {
	if (NARROW.test(sign)) return 0.36;
	if (WIDE.test(sign)) return 0.95;
	return CAPITAL.test(sign) ? 0.74 : 0.61;
}
