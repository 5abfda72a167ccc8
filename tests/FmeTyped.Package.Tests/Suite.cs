[assembly: Trait("Suite", "package")]
