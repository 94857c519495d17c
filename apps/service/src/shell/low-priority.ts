import { constants, setPriority } from 'node:os';

/**
 * The calling thread takes the processor only while nobody else wants it: a document is not waited for as an answer in
 * a chat is. Linux lowers one thread and those that it starts; other systems would lower the whole process, so there
 * nothing is done.
 */
export function lowerThread(): void {
	if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);
}
