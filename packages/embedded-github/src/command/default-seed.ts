// What the command holds when nobody gives it a seed file.

export const DEFAULT_SEED = `owner: acme
people: { alice: admin, bob: write, carol: triage, dave: read }
teams: { makers: [alice, bob] }
app: { slug: my-app, secret: secret }
repositories:
  demo:
    files: { README.md: "# demo\\n" }
    labels: [bug]
    issues: [{ title: The first issue, by: bob, labels: [bug] }]
`;
