/** A problem whose message says everything the person needs: it is shown alone, without a stack. */
export class PlainProblem extends Error {}
