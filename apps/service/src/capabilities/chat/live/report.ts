/** Where a fault goes that nobody is waiting to hear of. */
export type Report = (fault: unknown) => void;
