/** Extensions that the bank takes, apart from recordings. */
export const PAPERS = ['pdf', 'docx', 'pptx', 'xlsx', 'odt', 'odp', 'jpg', 'jpeg', 'png', 'webp', 'txt'];
export const RECORDINGS = ['mp4'];
export const CAPTIONS = ['vtt'];

const MEGABYTE = 1024 * 1024;
export const LARGEST = 50;

/** Rules are told before a file travels: `kind`, `size`, or null when it may go. */
export function objection({ name, size }: File, extensions: readonly string[]): 'kind' | 'size' | null {
	const extension = name.split('.').pop()?.toLowerCase() ?? '';
	if (!extensions.includes(extension)) return 'kind';
	return size > LARGEST * MEGABYTE ? 'size' : null;
}
