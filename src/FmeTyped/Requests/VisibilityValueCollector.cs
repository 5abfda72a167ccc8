namespace FmeTyped;

/// <summary>
/// Collects the values that conditions refer to. A request that is being checked can contain values that cannot be sent, which meet no
/// condition.
/// </summary>
internal sealed class VisibilityValueCollector() : ParameterValueCollector(includeSecrets: true)
{
    private protected override void Float(FmeParameterDescriptor parameter, double value)
    {
        if (double.IsFinite(value))
        {
            base.Float(parameter, value);
        }
    }

    private protected override void Option(FmeParameterDescriptor parameter, int number)
    {
        if (parameter.FindChoice(number) is not null)
        {
            base.Option(parameter, number);
        }
    }

    private protected override void OptionItem(FmeParameterDescriptor parameter, int number)
    {
        if (parameter.FindChoice(number) is not null)
        {
            base.OptionItem(parameter, number);
        }
    }

    private protected override void Geometry(FmeParameterDescriptor parameter, FmeGeometry value)
    {
        if (value.TextFor(parameter.GeometryEncoding) is not null)
        {
            base.Geometry(parameter, value);
        }
    }
}
