-- Defaults of ours, to be replaced by what the city and its counties have published.
insert into policy_version values
  ('aid.standard.3306', 1, '2000-01-01', null, '[DEF] demonstration values; record the published ones',
   '{"subsistence": "750.00", "minimumWage": "1660.00"}', now(), 'migration'),
  ('aid.category-scheme', 1, '2000-01-01', '2019-01-01', '[CN] three categories; [LAW] Zhejiang social aid regulation, article 13; period [DEF]',
   '{"code": "A",
     "countedIncome": ["WAGES", "BUSINESS", "PROPERTY", "TRANSFERS", "UNION_AID", "OTHER"],
     "rules": [
       {"category": "DEEP", "labelZh": "低保户", "label": "subsistence allowance family",
        "criterion": {"kind": "ALLOWANCE"}},
       {"category": "RELATIVE", "labelZh": "低保边缘户", "label": "family close to the allowance",
        "criterion": {"kind": "MEANS", "factor": 1.5, "strict": false, "withinMinimumWage": true}},
       {"category": "ACCIDENTAL", "labelZh": "意外致困户", "label": "family struck by an accident",
        "criterion": {"kind": "RUINOUS_LOSS", "floor": 1, "ceiling": 3}}]}', now(), 'migration'),
  ('aid.category-scheme', 2, '2019-01-01', null, '[CN] deep, relative and accidental hardship; period [DEF]',
   '{"code": "B",
     "countedIncome": ["WAGES", "BUSINESS", "PROPERTY", "TRANSFERS", "UNION_AID", "OTHER"],
     "rules": [
       {"category": "DEEP", "labelZh": "深度困难", "label": "deep hardship",
        "criterion": {"kind": "MEANS", "factor": 1, "strict": true, "withinMinimumWage": false}},
       {"category": "RELATIVE", "labelZh": "相对困难", "label": "relative hardship",
        "criterion": {"kind": "MEANS", "factor": 2, "strict": true, "withinMinimumWage": false}},
       {"category": "ACCIDENTAL", "labelZh": "意外致困", "label": "accidental hardship",
        "criterion": {"kind": "SUDDEN_HARDSHIP",
                      "causes": ["DISASTER", "MAJOR_ACCIDENT", "EPIDEMIC", "PUBLIC_SECURITY"],
                      "shareOfIncome": 0.8}}]}', now(), 'migration');
