namespace FmeTyped.Tests.Requests;

public enum Mode
{
    Fast = 11,
    DeepScan = 22,
}
