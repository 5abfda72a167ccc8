[assembly: Trait("Suite", "docs")]
