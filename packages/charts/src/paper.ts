/** Words of a stylesheet with what stands for them on paper. */
const WORD = /var\(--[\w-]+, (#[0-9a-f]{6})\)/g;
const MIXED = /color-mix\(in srgb, (#[0-9a-f]{6}) (\d+)%, (#[0-9a-f]{6})\)/g;

/** The same picture where there is no stylesheet: plain colours, and letters of the font that the paper is set in. */
export function onPaper(svg: string, font: string): string {
	return svg
		.replaceAll(WORD, '$1')
		.replaceAll(MIXED, (_, one: string, share: string, other: string) => mixed(one, Number(share), other))
		.replaceAll('font-family:inherit', `font-family:${font}`);
}

function mixed(one: string, share: number, other: string): string {
	const parts = [1, 3, 5].map((at) => {
		const [a, b] = [one, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
		return Math.round(((a ?? 0) * share + (b ?? 0) * (100 - share)) / 100);
	});
	return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
