import { screen } from "@testing-library/react";
import { field, plainFields } from "../core/fakes.ts";
import { box, renderPane } from "./renderPane.tsx";

jest.setTimeout(120_000);

const values = Array.from({ length: 5000 }, (_, at) => ({ id: String(at), label: `Value ${at}` }));

it("a keystroke in a form of a hundred fields draws one of them anew", async () => {
  const drawn = new Set<string>();
  const many = Array.from({ length: 100 }, (_, at) => {
    const meta = field(`f${at}`, { required: true });
    const name = {
      get: () => {
        drawn.add(meta.id); // whoever draws it writes its name
        return `Field ${at}`;
      },
    };
    return Object.defineProperty(meta, "name", name);
  });
  const { user } = renderPane({ jira: { fields: [...plainFields, ...many] } });
  const one = await box("Field 7");
  expect(drawn.size).toBe(100);
  drawn.clear();
  await user.type(one, "a");
  expect(one.value).toBe("a");
  expect([...drawn]).toEqual(["f7"]);
});

it("five thousand values are searched, and a few of them shown", async () => {
  const skill = field("skill", { name: "Skill", required: true, type: "option", allowedValues: values });
  const { user } = renderPane({ jira: { fields: [...plainFields, skill] } });
  const list = await screen.findByRole<HTMLInputElement>("combobox", { name: /Skill/ });
  await user.click(list);
  expect(screen.getAllByRole("option").length).toBeLessThan(60);
  await user.type(list, "Value 4711");
  await user.click(await screen.findByRole("option", { name: "Value 4711" }));
  expect(list.value).toBe("Value 4711");
});
