[assembly: Trait("Suite", "samples")]
