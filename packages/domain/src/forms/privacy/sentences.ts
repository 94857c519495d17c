/** Rough sentences: enough to keep one statement about a child apart from the next. */
export function sentencesOf(text: string): string[] {
	return text.split(/(?<=[.!?…]["»”)]?)\s+|\n+|;\s*/u).filter((sentence) => sentence !== '');
}
