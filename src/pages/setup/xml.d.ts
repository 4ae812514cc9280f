/** webpack.config.js hands over the text of an XML file, as the module's default export. */
declare module "*.xml" {
  const text: string;
  // eslint-disable-next-line import-x/no-default-export -- the bundler's way
  export default text;
}
