[assembly: Trait("Suite", "compiler")]
