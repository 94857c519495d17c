const NAMESPACES = [
	'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
	'xmlns:dc="http://purl.org/dc/elements/1.1/"'
].join(' ');

/** What the file says of itself. The library would add the time of writing, and no two files would be equal. */
export function coreProperties({ title, author }: { title: string; author: string }): string {
	const told = `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator><dc:language>ru-RU</dc:language>`;
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ${NAMESPACES}>${told}</cp:coreProperties>`;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
