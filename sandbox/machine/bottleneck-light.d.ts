// The build of Bottleneck that Octokit's plugins load: it comes without types, and has those of the whole.
declare module 'bottleneck/light.js' {
  import Bottleneck from 'bottleneck';
  export default Bottleneck;
}
