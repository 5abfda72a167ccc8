using CsCheck;
using FmeTyped.Metadata;

namespace FmeTyped.Tests.Requests;

public sealed class RoundTripTests
{
    private static readonly Gen<string> Text = Gen.String[1, 20];

    private static readonly Gen<Mode> AnyMode = Gen.OneOfConst(Mode.Fast, Mode.DeepScan);

    private static readonly Gen<DateTime> Moment = Gen.Long[DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks].Select(ticks => new DateTime(ticks));

    private static readonly Gen<FmeDateTime> AnyDateTime = Gen.OneOf(
        Moment.Select(moment => (FmeDateTime)DateOnly.FromDateTime(moment)),
        Moment.Select(moment => (FmeDateTime)TimeOnly.FromDateTime(moment)),
        Moment.Select(moment => (FmeDateTime)moment),
        Gen.Select(Gen.Long[new DateTime(1000, 1, 1).Ticks, new DateTime(9000, 1, 1).Ticks], Gen.Int[-14 * 60, 14 * 60])
            .Select((ticks, minutes) => (FmeDateTime)new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes))),
        Gen.Const(default(FmeDateTime)));

    private static readonly Gen<FmeColor> AnyUnitColor = Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1])
        .SelectMany((a, b, c, d) => Gen.OneOfConst(
            FmeColor.FromUnitRgb(a, b, c, d),
            FmeColor.FromUnitHsv(a, b, c, d),
            FmeColor.FromUnitHsl(a, b, c),
            FmeColor.FromUnitCmyk(a, b, c, d),
            FmeColor.FromUnitCmyk(a, b, c, d, a)));

    // What a parameter of whole numbers sends in full.
    private static readonly Gen<FmeColor> AnyColor = Gen.OneOf(
        Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte).Select((r, g, b) => FmeColor.FromRgb(r, g, b)),
        Gen.Const(default(FmeColor)));

    private static readonly Gen<FmeFile> AnyFile = Gen.OneOf(
        Text.Select(FmeFile.OnServer),
        Gen.Int.Select(number => FmeFile.FromUrl(new Uri($"https://example.com/{number}.zip?key=a b"))));

    private static readonly Gen<Survey> AnySurvey =
        from texts in Gen.Select(
            MaybeNull(Gen.String[0, 20]), MaybeNull(Text.Array[0, 4]), MaybeNull(Gen.String[0, 20]), MaybeNull(Gen.String[0, 20]), MaybeNull(Gen.String[0, 20]))
        from numbers in Gen.Select(
            Gen.OneOf(Gen.Long.Select(n => (FmeOptional<long>)n), Gen.Const<FmeOptional<long>>(FmeBlank.Value), Gen.Const(default(FmeOptional<long>))),
            Gen.Double.Where(double.IsFinite).Nullable())
        from options in Gen.Select(
            Gen.OneOf(AnyMode.Select(m => (FmeOptional<Mode>)m), Gen.Const<FmeOptional<Mode>>(FmeBlank.Value), Gen.Const(default(FmeOptional<Mode>))),
            MaybeNull(AnyMode.Array[0, 3]),
            Gen.Bool.Nullable())
        from places in Gen.Select(
            MaybeNull(AnyFile),
            MaybeNull(AnyFile.Array[0, 3]),
            MaybeNull(Text.Select(FmeFolder.OnServer)),
            MaybeNull(Text.Select(FmeFolder.OnServer).Array[0, 3]))
        from rest in Gen.Select(
            AnyDateTime.Nullable(), Moment.Nullable(), AnyColor.Nullable(), MaybeNull(Gen.OneOfConst("{\"type\":\"Point\",\"coordinates\":[1,2]}", "")))
        select new Survey
        {
            Title = texts.Item1,
            Layers = texts.Item2,
            System = texts.Item3,
            Database = texts.Item4,
            Password = texts.Item5 is { } password && FmeSecret.IsMask(password) ? null : texts.Item5,
            Count = numbers.Item1,
            Ratio = numbers.Item2,
            Mode = options.Item1,
            Modes = options.Item2,
            Clip = options.Item3,
            Source = places.Item1,
            Sources = places.Item2,
            Output = places.Item3,
            Outputs = places.Item4,
            Start = rest.Item1,
            Day = rest.Item2 is { } day ? DateOnly.FromDateTime(day) : null,
            Fill = rest.Item3,
            Area = rest.Item4 is not { } area ? null : area.Length == 0 ? FmeBlank.Value : FmeGeometry.FromGeoJson(area),
        };

    [Fact]
    public void What_is_sent_reads_back_as_the_same_request() => AnySurvey.Sample(survey =>
    {
        bool isRead = Survey.TryRead(survey.ToParameterValues(includeSecrets: true), out Survey? read, out IReadOnlyList<FmeValidationError> problems);

        Assert.True(isRead, string.Join(Environment.NewLine, problems));
        Assert.Equal(survey, read);
        Assert.Equal(survey.GetHashCode(), read!.GetHashCode());
    });

    [Fact]
    public void A_date_time_reads_back_from_its_text() =>
        AnyDateTime.Sample(value => Assert.Equal(value, FmeDateTime.Parse(value.ToString())));

    [Fact]
    public void A_colour_reads_back_from_its_text() =>
        Gen.OneOf(AnyColor, AnyUnitColor).Sample(value => Assert.Equal(value, FmeColor.Parse(value.ToString())));

    private static Gen<T?> MaybeNull<T>(Gen<T> values)
        where T : class => Gen.OneOf(Gen.Const((T?)null), values.Select(value => (T?)value));
}
