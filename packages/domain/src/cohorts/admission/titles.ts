/** Titles of organisations compare without case, quotes, dots, and «ё». */
export function foldTitle(title: string): string {
	return title
		.toLowerCase()
		.replaceAll('ё', 'е')
		.replace(/[«»"„“”'.,]/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}
