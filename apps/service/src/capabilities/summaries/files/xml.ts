/** The earliest that an archive can say: the same table gives the same bytes. */
export const NO_TIME = new Date(1980, 0, 1);
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What XML 1.0 has no way to write. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text of people inside an element or an attribute. */
export function xmlText(text: string): string {
	return text
		.toWellFormed()
		.replaceAll(UNWRITABLE, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
