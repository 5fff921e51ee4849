import { defineTestConfig } from "@selfsame/vitest";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The quickest judges first: a mutant's run ends with the first test that fails. */
class TablesBeforeProperties extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isProperty = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith(".property.test.ts");
    return Promise.resolve([...files.filter((file) => !isProperty(file)), ...files.filter(isProperty)]);
  }
}

/** Fewer tries of each property: every mutant runs them again. */
export default defineTestConfig({
  provide: { propertyRuns: 8 },
  include: ["src/prompt/**/*.test.ts", "src/isolation/**/*.test.ts"],
  reporters: ["dot"],
  sequence: { sequencer: TablesBeforeProperties },
});
