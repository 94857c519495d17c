/** Whether words are on the clipboard: without https there is none, and a browser may forbid it. */
export async function copied(words: string): Promise<boolean> {
	const { clipboard } = navigator as { clipboard?: Clipboard };
	if (!clipboard) return false;
	return clipboard.writeText(words).then(
		() => true,
		() => false
	);
}
