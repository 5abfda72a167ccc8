namespace FmeTyped.Tests.Values;

public sealed class FmeCoordinateSystemTests
{
    [Fact]
    public void Names_and_codes_give_what_FME_reads()
    {
        Assert.Equal("LL84", FmeCoordinateSystem.LL84.Name);
        Assert.Equal("EPSG:32614", FmeCoordinateSystem.Epsg(32614).Name);
        Assert.Equal(new FmeCoordinateSystem("TX83-CF"), "TX83-CF");
        Assert.Null((FmeCoordinateSystem?)(string?)null);
        Assert.Equal("", ((FmeCoordinateSystem)FmeBlank.Value).Name);
    }

    [Fact]
    public void A_code_is_positive() => Assert.Throws<ArgumentOutOfRangeException>(() => FmeCoordinateSystem.Epsg(0));
}
