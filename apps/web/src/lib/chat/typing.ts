/** Puts a sign of Markdown before and after what is chosen; the answer is all the words. */
export function wrap(area: HTMLTextAreaElement, sign: string): string {
	const { selectionStart: from, selectionEnd: to, value } = area;
	area.setRangeText(sign + value.slice(from, to) + sign, from, to, 'end');
	if (from === to) area.selectionEnd -= sign.length;
	return area.value;
}

/** Puts words where the cursor is, in the place of what is chosen; the answer is all the words. */
export function insert(area: HTMLTextAreaElement, text: string): string {
	area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
	return area.value;
}
