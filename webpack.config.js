import CopyPlugin from "copy-webpack-plugin";
import HtmlPlugin from "html-webpack-plugin";

/** The pages of the add-in; each has an entry and a template of the same name. */
const pages = { taskpane: "tsx", signin: "ts", setup: "tsx" };
const KiB = 1024;

/**
 * A static site in dist/, without config.json: that one is the administrator's.
 * Scripts carry a hash of their content in their name, so a host may let browsers keep them for ever.
 */
export default {
  context: import.meta.dirname,
  entry: {
    "trusted-types": "./src/pages/trustedTypes/trustedTypes.ts",
    ...Object.fromEntries(
      Object.entries(pages).map(([page, ext]) => [page, `./src/pages/${page}/${page}.${ext}`]),
    ),
  },
  output: {
    filename: "js/[name].[contenthash:12].js",
    chunkFilename: "js/[name].[contenthash:12].js",
    // These two are the administrator's: config.json holds the only copy of the key.
    clean: { keep: /^(config\.json|manifest\.xml)$/ },
    // No document.currentScript at run time, and no eval: the page policy allows neither inline nor evaluated code.
    publicPath: "",
  },
  resolve: { extensions: [".tsx", ".ts", ".js"] },
  module: {
    rules: [
      // The template of the manifest, for the set-up page.
      { test: /\.xml$/, type: "asset/source" },
      {
        test: /\.tsx?$/,
        loader: "swc-loader",
        options: {
          jsc: {
            target: "es2022",
            parser: { syntax: "typescript", tsx: true },
            transform: { react: { runtime: "automatic" } },
          },
        },
      },
    ],
  },
  plugins: [
    ...Object.keys(pages).map(
      (page) =>
        new HtmlPlugin({
          template: `./src/pages/${page}/${page}.html`,
          filename: `${page}.html`,
          // The templates say where: office.js, if any, comes between the two.
          chunks: ["trusted-types", page],
          chunksSortMode: "manual",
          inject: false,
        }),
    ),
    new CopyPlugin({
      patterns: [
        { from: "src/pages/**/*.css", to: "[name][ext]", noErrorOnMissing: true },
        { from: "assets/*.{png,html,css}", to: "assets/[name][ext]" },
      ],
    }),
  ],
  devtool: false,
  // The pane is loaded anew whenever Outlook opens it: what is not needed for its first paint is a chunk of its own.
  performance: { hints: "error", maxEntrypointSize: 600 * KiB, maxAssetSize: 600 * KiB },
  stats: "errors-warnings",
};
